/** Hands a file to the person's browser. */
export function saveFile(document: Document, content: Blob, name: string): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // Later: some browsers have not begun to read when click() returns.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** The bytes of a file that came inside an answer. */
export function fileFromBase64(base64: string): Blob {
  const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
  return new Blob([bytes], { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' });
}
