"""What a page of views may be asked for."""

from django import forms

BIGGEST_KEY = 2**63 - 1


class ViewsForm(forms.Form):
    """Of which problem, and before which view."""

    problem = forms.IntegerField(required=False, min_value=1, max_value=BIGGEST_KEY)
    fore = forms.IntegerField(required=False, min_value=1, max_value=BIGGEST_KEY)
