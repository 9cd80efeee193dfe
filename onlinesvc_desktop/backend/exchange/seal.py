# SPDX-License-Identifier: MIT
"""Sign a bundle and know a signed one: Ed25519 over a header with the length, and the content.

A file is ``ONLINESVC-BUNDLE 1``, the length of the content, the signature in base64, each on a line of its own, then the
content, which is JSON.
"""

import base64
import binascii
import re
from hashlib import sha256
from pathlib import Path

import msgspec
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
)

from onlinesvc_desktop.backend.exchange.errors import BundleError
from onlinesvc_desktop.contract.bundle import VERSION, Bundle
from onlinesvc_desktop.contract.messages import from_json
from onlinesvc_desktop.whole_file import write_whole

MAGIC = b"ONLINESVC-BUNDLE "
MOST_BYTES = 64 * 1024 * 1024
_KEY_FILE = "exchange-key.pem"
_ID_LETTERS = 16
_LENGTH = re.compile(rb"[0-9]{1,9}")
_SENDER = re.compile(rb'\{"version":[0-9]{1,4},"sender":"([0-9a-f]{16})"')
"""How a content of ours begins; read only to say why a bundle is refused."""


def own_key(data_dir: Path) -> Ed25519PrivateKey:
    """Return this side's key, made when it is asked for the first time; readable by its owner alone.

    Raises:
        OSError: it cannot be read or written.
        BundleError: the file is not a key.
    """
    file = data_dir / _KEY_FILE
    if not file.exists():
        made = Ed25519PrivateKey.generate()
        write_whole(file, made.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
        return made
    try:
        found = load_pem_private_key(file.read_bytes(), None)
    except ValueError as error:
        raise BundleError(f"{file} is not a key; put it back from a copy") from error
    if not isinstance(found, Ed25519PrivateKey):
        raise BundleError(f"{file} is not a key of ours; put it back from a copy")
    return found


def public_text(key: Ed25519PrivateKey) -> str:
    """Return the public part of a key."""
    return base64.b64encode(key.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)).decode()


def party_id(public_key: str) -> str:
    """Return the name by which a key is known in bundles; also what two people compare by telephone.

    Raises:
        BundleError: it is not a public key.
    """
    try:
        raw = base64.b64decode(public_key, validate=True)
        Ed25519PublicKey.from_public_bytes(raw)
    except (binascii.Error, ValueError) as error:
        raise BundleError("this is not a public key of Online Services") from error
    return sha256(raw).hexdigest()[:_ID_LETTERS]


def seal(bundle: Bundle, key: Ed25519PrivateKey) -> bytes:
    """Return the file of a bundle."""
    content = msgspec.json.encode(bundle)
    head = _head(content)
    return head + base64.b64encode(key.sign(head + content)) + b"\n" + content


def is_bundle(file: Path) -> bool:
    """Tell whether a file begins like a bundle."""
    with file.open("rb") as stream:
        return stream.read(len(MAGIC)) == MAGIC


def read_bounded(file: Path) -> bytes:
    """Return a file that is not larger than a bundle may be; a larger one is not read.

    Raises:
        BundleError: it is larger.
        OSError: it cannot be read.
    """
    with file.open("rb") as stream:
        content = stream.read(MOST_BYTES + 1)
    if len(content) > MOST_BYTES:
        raise BundleError("it is too large for a bundle")
    return content


def unseal(sealed: bytes, keys: dict[str, str], own_id: str) -> Bundle:
    """Return the bundle of a file that one of the trusted ``keys`` (public keys by party) has signed for us.

    Nothing of the content is interpreted before the signature was found to be right.

    Raises:
        BundleError: anything else.
    """
    first, _, rest = sealed.partition(b"\n")
    length, _, rest = rest.partition(b"\n")
    signature, newline, content = rest.partition(b"\n")
    if not first.startswith(MAGIC):
        raise BundleError("it is not a bundle of Online Services")
    if first != MAGIC + str(VERSION).encode():
        raise BundleError("it is of a later version of the product; update this side first")
    if not newline or _LENGTH.fullmatch(length) is None or len(content) < int(length):
        raise BundleError("it was copied only in part; copy it again")
    signer = _signer_of(first + b"\n" + length + b"\n" + content, signature, keys)
    if signer is None:
        claimed = _SENDER.match(content)
        if claimed is not None and claimed[1].decode() not in keys:
            raise BundleError(f"nobody here trusts its sender {claimed[1].decode()}")
        raise BundleError("it was changed after it was written")
    try:
        bundle = from_json(content, Bundle)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise BundleError("its content is not what a bundle holds") from error
    if bundle.sender != signer:
        raise BundleError("it was signed by another side than it says")
    if bundle.recipient != own_id:
        raise BundleError(f"it is for somebody else, {bundle.recipient[:_ID_LETTERS]}")
    return bundle


def _signer_of(signed: bytes, signature: bytes, keys: dict[str, str]) -> str | None:
    """Return whose signature it is among the trusted."""
    try:
        raw = base64.b64decode(signature, validate=True)
    except (binascii.Error, ValueError):
        return None
    for party, public_key in keys.items():
        try:
            Ed25519PublicKey.from_public_bytes(base64.b64decode(public_key)).verify(raw, signed)
        except (InvalidSignature, ValueError):
            continue
        return party
    return None


def _head(content: bytes) -> bytes:
    return MAGIC + f"{VERSION}\n{len(content)}\n".encode()
