"""The server on this machine: who may talk to it, the app, its HTTP server, and how it is launched."""
