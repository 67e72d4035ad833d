"""How gunicorn serves the site, in the demo and behind nginx alike.

Threads, because one slow or silent client must not hold a whole worker process.
"""

import os
from pathlib import Path

wsgi_app = "medborgarloften.wsgi:application"
bind = os.environ.get("BIND", "127.0.0.1:8000")
worker_class = "gthread"
workers = int(os.environ.get("WEB_CONCURRENCY", "2"))
threads = int(os.environ.get("WEB_THREADS", "4"))
preload_app = True
timeout = 60
graceful_timeout = 30
max_requests = 5000
max_requests_jitter = 500
control_socket_disable = True
if Path("/dev/shm").is_dir():  # noqa: S108 – the heartbeat file then never waits for a disk
    worker_tmp_dir = "/dev/shm"  # noqa: S108 – as above
