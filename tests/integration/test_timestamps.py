"""With a time-stamp service configured, the seal carries that service's word on the time."""

import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
from asn1crypto import tsp
from cryptography.hazmat.primitives.asymmetric import rsa
from pyhanko.keys import load_cert_from_pemder, load_private_key_from_pemder
from pyhanko.sign.timestamps.dummy_client import DummyTimeStamper

from agreements import demo_seal, sealing
from processes.documents import pdf
from tests import certificates, documents, verapdf


@pytest.fixture
def service(tmp_path):
    """The address of a time-stamp service on this machine, and what it was asked."""
    key = rsa.generate_private_key(65537, 2048)
    key_file, certificate_file = certificates.write(tmp_path, name="Tid", key=key, timestamping=True)
    clock = DummyTimeStamper(
        load_cert_from_pemder(str(certificate_file)), load_private_key_from_pemder(str(key_file), None)
    )
    asked = []

    class Answer(BaseHTTPRequestHandler):
        def do_POST(self):
            request = tsp.TimeStampReq.load(self.rfile.read(int(self.headers["Content-Length"])))
            asked.append(request)
            answer = clock.request_tsa_response(request).dump()
            self.send_response(200)
            self.send_header("Content-Type", "application/timestamp-reply")
            self.send_header("Content-Length", str(len(answer)))
            self.end_headers()
            self.wfile.write(answer)

        def log_message(self, *args):
            """Keeps quiet."""

    server = HTTPServer(("127.0.0.1", 0), Answer)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}", asked
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.mark.pdf
def test_the_services_answer_is_in_the_seal_and_the_file_still_conforms(service, settings, tmp_path):
    settings.SEAL_KEY, settings.SEAL_CERT = map(str, demo_seal.ensure_demo_key(tmp_path / "seal"))
    settings.SEAL_KEY_PASSWORD = ""
    settings.SEAL_TSA_URL, asked = service
    sealed = sealing.seal(pdf.render(documents.short_promise()), reason="R", location="L")
    assert asked
    assert b"0B2A864886F70D010910020E".lower() in sealed.lower()  # the attribute that holds a time stamp
    assert sealing.verify(sealed).holds
    assert verapdf.complaints(sealed, "3a") == []


def test_a_silent_service_stops_the_sealing(settings, tmp_path):
    settings.SEAL_KEY, settings.SEAL_CERT = map(str, demo_seal.ensure_demo_key(tmp_path))
    settings.SEAL_KEY_PASSWORD = ""
    settings.SEAL_TSA_URL = "http://127.0.0.1:9/"
    with pytest.raises(Exception, match="timestamp service"):
        sealing.seal(pdf.render(documents.short_promise()), reason="R", location="L")
