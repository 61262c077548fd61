import { StreamableFile } from '@nestjs/common';

export interface DownloadFile {
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly contentType: string;
}

/** A file to save under its Swedish name. */
export function download({ bytes, name, contentType }: DownloadFile): StreamableFile {
  return new StreamableFile(bytes, { type: contentType, length: bytes.length, disposition: asAttachment(name) });
}

/** RFC 6266: the Swedish name, with a plain one for those who cannot read that. */
export function asAttachment(name: string): string {
  const plain = name
    .normalize('NFD')
    .replace(/[^\x20-\x7e]/g, '')
    .replace(/["\\%]/g, '');
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
