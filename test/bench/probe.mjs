/**
 * Loaded into the API process by the bench (`--import`): counts what it sends to the database and answers, over IPC, how
 * many statements that was and how much memory the process holds.
 */
import pg from 'pg';

let queries = 0;
const query = pg.Client.prototype.query;
pg.Client.prototype.query = function counted(...given) {
  queries += 1;
  return query.apply(this, given);
};
// A process that the API starts has a channel of its own for other things.
const isApi = process.argv[1]?.endsWith('main.js');
if (isApi) process.on('message', () => process.send?.({ queries, memory: process.memoryUsage() }));
// The channel must not keep the process alive, nor end it.
if (isApi) process.channel?.unref();
