# The product's image for docker-compose.yml; `npm ci && npm start` needs none of this.
FROM node:24-bookworm-slim
RUN apt-get update && apt-get install -y --no-install-recommends chromium && rm -rf /var/lib/apt/lists/*
ENV CHROMIUM_PATH=/usr/bin/chromium NODE_ENV=production
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --include=dev
COPY . .
RUN npm run build && mkdir -p /data && chown node:node /data
USER node
VOLUME /data
