# docker build -t docscan . && docker run --rm -v "$PWD:/data:ro" docscan check .
FROM python:3.12-slim AS build
WORKDIR /src
COPY pyproject.toml README.md LICENSE ./
COPY src ./src
RUN pip wheel --no-cache-dir --wheel-dir /wheels .

FROM python:3.12-slim
COPY --from=build /wheels /wheels
RUN pip install --no-cache-dir --no-index --find-links /wheels docscan && rm -r /wheels
RUN useradd --create-home reader
USER reader
WORKDIR /data
ENTRYPOINT ["docscan"]
CMD ["--help"]
