import { ImageRun, Paragraph } from 'docx';
import type { BlockOf } from '@samhandling/report-model';

/** A transparent point, for programs that cannot draw an SVG: the alternative text stands in its place. */
const NOTHING = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAAC0lEQVR42mNgAAIAAAUAAen63NgAAAAASUVORK5CYII=',
  'base64',
);
/** Twentieths of a point on a pixel of a screen. */
const PER_PIXEL = 15;

/** A drawing as the vectors it is made of, with its words for those who do not see it. */
export function docxPicture({ svg, ratio, width, altText }: BlockOf<'picture'>, textWidth: number): Paragraph {
  const wide = Math.floor((textWidth * width) / 100 / PER_PIXEL);
  return new Paragraph({
    children: [
      new ImageRun({
        type: 'svg',
        data: Buffer.from(svg, 'utf8'),
        fallback: { type: 'png', data: NOTHING },
        transformation: { width: wide, height: Math.floor((wide * ratio.height) / ratio.width) },
        altText: { name: altText.slice(0, 60), title: altText.slice(0, 60), description: altText },
      }),
    ],
  });
}
