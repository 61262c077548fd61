/** Tells the windows of this browser that somebody signed in. Nothing is said about who: each asks the server itself. */
const NAME = 'sam.signed-in';

export function announceSignedIn(): void {
  const channel = new BroadcastChannel(NAME);
  channel.postMessage('signed-in');
  channel.close();
}

/** Answers how to stop listening. */
export function whenSignedIn(run: () => void): () => void {
  const channel = new BroadcastChannel(NAME);
  channel.onmessage = () => run();
  return () => channel.close();
}
