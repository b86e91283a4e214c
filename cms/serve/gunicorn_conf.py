"""How gunicorn serves the site, here and behind a museum's own proxy alike.

gunicorn --config cms/serve/gunicorn_conf.py cms.wsgi
"""

import logging
import os
from pathlib import Path

from cms.serve.address import read_address

bind = read_address(os.environ).bind

# Two cores: a process each, so that one curator's image does not hold up a visitor's page, and
# threads because most of a request is waiting for the database or for a slow phone.
worker_class = "gthread"
workers = 2
threads = 4
# Loaded once and then forked: half the memory, and the site is ready when it listens.
preload_app = True

# Twenty curators writing at once wait up to 22 s for their turn on SQLite.
timeout = 60
graceful_timeout = 30
keepalive = 5
# Image libraries fragment memory; the jitter keeps both workers from leaving together.
max_requests = 2000
max_requests_jitter = 400

# A worker proves that it lives by touching a file; on a slow disk that touch can block it.
worker_tmp_dir = "/dev/shm" if Path("/dev/shm").is_dir() else None  # noqa: S108
# The socket would lie in the home folder and be shared by every site of the same user.
control_socket_disable = True
umask = 0o027
loglevel = "warning"
errorlog = "-"

# Django answers HEAD like GET and leaves dropping the body to the server. Gunicorn does so, and
# would write a warning each time.
logging.getLogger("gunicorn.http.wsgi").setLevel(logging.ERROR)
