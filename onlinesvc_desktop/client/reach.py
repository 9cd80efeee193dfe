# SPDX-License-Identifier: MIT
"""Reach the backend the settings name: start the embedded one if need be, then ask who answers. Blocks."""

from onlinesvc_desktop.client.api import ApiClient
from onlinesvc_desktop.client.embedded import EmbeddedBackend, EmbeddedStartError
from onlinesvc_desktop.client.endpoint import Endpoint
from onlinesvc_desktop.client.faults import FaultError, Offline, ServerFailed
from onlinesvc_desktop.client.settings import BackendMode, Settings
from onlinesvc_desktop.contract.codes import ErrorCode
from onlinesvc_desktop.contract.info import GET_HEALTH, GET_INFO, Info


class Reacher:
    """Point the client at the backend. One call at a time."""

    def __init__(self, client: ApiClient, embedded: EmbeddedBackend) -> None:
        self._client = client
        self._embedded = embedded

    def reach(self, settings: Settings) -> Info:
        """Return the info of the backend that answers.

        Raises:
            FaultError: why none does.
        """
        match settings.backend_mode:
            case BackendMode.EMBEDDED:
                self._ensure_embedded()
            case BackendMode.SERVER:
                endpoint = Endpoint.of_server(settings.server_url, settings.ca_file)
                if self._client.endpoint != endpoint:
                    self._client.move_to(endpoint)
                # What it is called it knows without its database; what clerks ask it does not.
                self._client.send(GET_HEALTH)
            case BackendMode.UNDECIDED:
                raise FaultError(Offline())
        return self._client.send(GET_INFO)

    def _ensure_embedded(self) -> None:
        if self._embedded.is_running and self._client.endpoint is not None:
            return
        # The backend needs a second to answer, and this program a fifth of one to be able to ask: both at once.
        self._client.prepare()
        try:
            self._client.move_to(self._embedded.start())
        except (EmbeddedStartError, OSError) as error:
            import logging

            logging.getLogger(__name__).warning("embedded backend did not start: %s", error)
            raise FaultError(ServerFailed(ErrorCode.UNAVAILABLE)) from error
