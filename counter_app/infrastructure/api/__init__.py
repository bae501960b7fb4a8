"""The line to the cloud side: httpx lives in this package and nowhere else in the client."""

from counter_app.infrastructure.api.connection import GatewayConnection, open_connection

__all__ = ["GatewayConnection", "open_connection"]
