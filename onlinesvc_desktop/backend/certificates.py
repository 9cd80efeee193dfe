# SPDX-License-Identifier: MIT
"""A site's own certificate authority and the certificate of its server, for sites that nobody outside certifies."""

import ipaddress
import re
from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from onlinesvc_desktop.backend.config import TLS_CERTIFICATE, TLS_FOLDER, TLS_KEY, ConfigurationError
from onlinesvc_desktop.whole_file import write_whole

AUTHORITY, AUTHORITY_KEY = "authority.pem", "authority-key.pem"
AUTHORITY_LASTS = timedelta(days=3650)
SERVER_LASTS = timedelta(days=820)
"""Programs of Apple refuse more than 825 days."""
_LABEL = re.compile(r"(?!-)[A-Za-z0-9-]{1,63}(?<!-)")
_LONGEST_NAME = 253
_EARLY = timedelta(days=1)
"""Clocks at sites without internet are not exact."""


def make_certificates(folder: Path, hosts: Sequence[str], now: datetime) -> None:
    """Write the certificate of a server under these names; the authority is made once and kept.

    Raises:
        OSError: the folder cannot be written to.
        ValueError: the authority that is there cannot be read.
    """
    names = [_name(host) for host in hosts]
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    authority, authority_key = _authority(folder, now)
    key = ec.generate_private_key(ec.SECP256R1())
    certificate = (
        _builder(
            x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, hosts[0][:64])]), authority.subject, key, now, SERVER_LASTS
        )
        .add_extension(x509.SubjectAlternativeName(names), critical=False)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(authority_key.public_key()), critical=False)
        .sign(authority_key, hashes.SHA256())
    )
    write_whole(folder / TLS_KEY, _private(key))
    write_whole(folder / TLS_CERTIFICATE, _public(certificate) + _public(authority), 0o644)


def _authority(folder: Path, now: datetime) -> tuple[x509.Certificate, ec.EllipticCurvePrivateKey]:
    if (folder / AUTHORITY).exists():
        found = serialization.load_pem_private_key((folder / AUTHORITY_KEY).read_bytes(), None)
        if not isinstance(found, ec.EllipticCurvePrivateKey):
            raise ValueError(f"{folder / AUTHORITY_KEY} is not a key of ours")
        return x509.load_pem_x509_certificate((folder / AUTHORITY).read_bytes()), found
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, f"Online Services site authority {now:%Y-%m-%d}")])
    certificate = (
        _builder(name, name, key, now, AUTHORITY_LASTS)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(_SIGNS_CERTIFICATES, critical=True)
        .sign(key, hashes.SHA256())
    )
    write_whole(folder / AUTHORITY_KEY, _private(key))
    write_whole(folder / AUTHORITY, _public(certificate), 0o644)
    return certificate, key


_SIGNS_CERTIFICATES = x509.KeyUsage(
    digital_signature=False,
    content_commitment=False,
    key_encipherment=False,
    data_encipherment=False,
    key_agreement=False,
    key_cert_sign=True,
    crl_sign=True,
    encipher_only=False,
    decipher_only=False,
)


def _builder(
    subject: x509.Name, issuer: x509.Name, key: ec.EllipticCurvePrivateKey, now: datetime, lasts: timedelta
) -> x509.CertificateBuilder:
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - _EARLY)
        .not_valid_after(now + lasts)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
    )


def _name(host: str) -> x509.GeneralName:
    """Return an address or the full name of one host.

    Raises:
        ValueError: it is neither: a pattern, a blank, a letter that DNS does not know.
    """
    with suppress(ValueError):
        address = ipaddress.ip_address(host)
        if "%" not in host:
            return x509.IPAddress(address)
    labels = host.split(".")
    if len(host) > _LONGEST_NAME or not all(_LABEL.fullmatch(label) for label in labels) or labels[-1].isdigit():
        raise ValueError(f"{host!r} is not the name or address of one server (letters, digits, hyphens and dots)")
    return x509.DNSName(host)


def _private(key: ec.EllipticCurvePrivateKey) -> bytes:
    return key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())


def _public(certificate: x509.Certificate) -> bytes:
    return certificate.public_bytes(serialization.Encoding.PEM)


def run_certificate(data_dir: Path, hosts: Sequence[str], now: datetime) -> str:
    """Make the certificates of a site and return what to do with them, for a terminal.

    Raises:
        OSError: the folder cannot be written to.
        ConfigurationError: a name cannot be one, or the authority that is there cannot be read.
    """
    folder = data_dir / TLS_FOLDER
    try:
        make_certificates(folder, hosts, now)
    except ValueError as error:
        raise ConfigurationError(f"certificate: {error}") from error
    until = (now + SERVER_LASTS).date().isoformat()
    return (
        f"{folder / TLS_CERTIFICATE}: certificate for {', '.join(hosts)}, good until {until}\n"
        f"{folder / AUTHORITY}: give this file, and no other, to the workstations\n"
        "The server uses the certificate from its next start.\n"
    )
