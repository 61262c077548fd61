/**
 * `node deploy/ready.mjs [seconds]`: ends with 0 when the application on PORT answers that it is ready, and with 1 when it
 * has not within the time. Without a time it asks once, as a container's health check does.
 */
const { PORT = '3000', HOST = '127.0.0.1' } = process.env;
const host = HOST === '0.0.0.0' || HOST === '::' ? '127.0.0.1' : HOST;
const deadline = Date.now() + Number(process.argv[2] ?? 0) * 1000;

async function isReady() {
  try {
    const { ok } = await fetch(`http://${host}:${PORT}/health/ready`, { signal: AbortSignal.timeout(3000) });
    return ok;
  } catch {
    return false;
  }
}

let ready = await isReady();
while (!ready && Date.now() < deadline) {
  await new Promise((resolve) => setTimeout(resolve, 300));
  ready = await isReady();
}
process.exit(ready ? 0 : 1);
