/**
 * What a calendar program knows an entry by (RFC 5545, 3.8.4.7). The same thing has the same name in an invitation and in a
 * feed, so that whoever has both sees it once; two installations never use each other's.
 * @param publicUrl the address people use for this installation
 */
export function calendarUid(id: string, publicUrl: string): string {
  return `${id}@${new URL(publicUrl).hostname}`;
}
