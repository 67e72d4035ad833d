"""How accounts come about: by invitation, never by signing up."""

from allauth.account.adapter import DefaultAccountAdapter


class AccountAdapter(DefaultAccountAdapter):
    def is_open_for_signup(self, request) -> bool:
        """Accounts are handed out by an organisation; the door for strangers stays shut."""
        return False
