import { API } from '@samhandling/contracts';

export function isOurs(url: string): boolean {
  return url === API || url.startsWith(`${API}/`);
}
