# The explorer as a container; `docker compose up explorer` builds and starts it.
FROM python:3.12-slim

WORKDIR /hanse
COPY . .
RUN python3 start.py --version

# Nothing runs as root, and nothing in the image is written to at run time.
RUN useradd --create-home hanse && mkdir /projects && chown hanse /projects
USER hanse
WORKDIR /projects
ENV HANSE_PROJECT=laser-go
CMD ["/hanse/.venv/bin/hanse", "explore", "--no-browser", "--port", "8765"]
