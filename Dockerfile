# The bot alone, as an ordinary user: no tests, no sandbox, no pip. Build: docker build -t tabyldy .
# Another base with Python 3.11 or newer and its venv module does as well: --build-arg BASE=...
ARG BASE=python:3.11-slim

FROM ${BASE} AS packages
COPY requirements.lock /build/
RUN python3 -m venv /opt/venv \
    && /opt/venv/bin/python -m pip install --no-cache-dir --disable-pip-version-check --no-compile \
        --only-binary=:all: --require-hashes --requirement /build/requirements.lock \
    && /opt/venv/bin/python -m pip uninstall --yes --quiet pip setuptools \
    && /opt/venv/bin/python -m compileall -q /opt/venv

FROM ${BASE}
ENV PATH=/opt/venv/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    DATABASE_URL=sqlite+aiosqlite:////data/tabyldy.db \
    DATA_KEY_FILE=/keys/data.key
# The key lives on its own volume: a copy of /data alone reveals nobody.
RUN groupadd --gid 10001 tabyldy \
    && useradd --uid 10001 --gid tabyldy --no-create-home --home-dir /data --shell /usr/sbin/nologin tabyldy \
    && install --directory --owner=tabyldy --group=tabyldy --mode=0700 /data /keys
WORKDIR /app
COPY --from=packages /opt/venv /opt/venv
COPY LICENSE ./
COPY config/ config/
COPY domain/ domain/
COPY locales/ locales/
COPY matching/ matching/
COPY media/ media/
COPY storage/ storage/
COPY relay/ relay/
COPY delivery/ delivery/
COPY handlers/ handlers/
COPY bot/ bot/
RUN python -m compileall -q /app
USER 10001:10001
VOLUME ["/data", "/keys"]
HEALTHCHECK --interval=30s --timeout=10s --start-period=60s --retries=3 CMD ["python", "-m", "bot", "health"]
CMD ["python", "-m", "bot"]
