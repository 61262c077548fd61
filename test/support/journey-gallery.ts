import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { GALLERY_PORT } from './browser.ts';

/**
 * The development build of the web without an API: every file of it, `index.html` for every page, and nobody signed in.
 * The gallery of components needs no more.
 */
const FOLDER = fileURLToPath(new URL('../../dist/gallery/sv', import.meta.url));
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
};
const SIGNED_OUT = JSON.stringify({
  type: 'https://samhandling.example/problems/unauthenticated',
  title: 'Du är inte inloggad',
  status: 401,
  detail: 'Galleriet har ingen tjänst bakom sig.',
});

// Only files that were there at the start are served, so that no address reaches outside the folder.
const entries = readdirSync(FOLDER, { recursive: true, withFileTypes: true });
const files = new Set(
  entries.filter((entry) => entry.isFile()).map((entry) => `/${relative(FOLDER, join(entry.parentPath, entry.name))}`),
);

createServer((request, response) => {
  const { pathname } = new URL(request.url ?? '/', 'http://localhost');
  if (pathname.startsWith('/api/')) {
    response.writeHead(401, { 'content-type': 'application/problem+json' }).end(SIGNED_OUT);
    return;
  }
  const file = files.has(pathname) ? pathname : '/index.html';
  readFile(join(FOLDER, file)).then(
    (bytes) => {
      response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' }).end(bytes);
    },
    () => {
      response.writeHead(500).end();
    },
  );
}).listen(GALLERY_PORT, 'localhost');
