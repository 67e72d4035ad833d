"""The door an application server enters through."""

import os

from django.core.asgi import get_asgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "medborgarloften.settings")
application = get_asgi_application()
