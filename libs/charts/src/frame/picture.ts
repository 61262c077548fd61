import { wrapText } from '../plot/text-fit.ts';

/** What the stylesheet decides, written on the copy: a picture has no stylesheet, and style attributes are forbidden. */
const DRAWN = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linecap',
  'opacity',
  'paint-order',
  'text-anchor',
  'font-family',
  'font-size',
  'font-style',
  'font-weight',
] as const;
const SVG = 'http://www.w3.org/2000/svg';
const MARGIN = 16;
const TITLE_SIZE = 18;
/** Sharp when pasted into a document and printed. */
const SCALE = 2;

/** The drawing with its title, as an SVG that needs nothing around it. Always in the light colours: it goes to paper. */
export function standaloneSvg(svg: SVGSVGElement, title: string): SVGSVGElement {
  const document = svg.ownerDocument;
  const scheme = svg.style.colorScheme;
  svg.style.colorScheme = 'light';
  const copy = svg.cloneNode(true);
  if (!(copy instanceof SVGSVGElement)) throw new TypeError('Not a drawing');
  const copies = [copy, ...copy.querySelectorAll('*')];
  for (const [index, element] of [svg, ...svg.querySelectorAll('*')].entries()) {
    const style = getComputedStyle(element);
    const target = copies[index];
    for (const property of DRAWN) {
      const value = style.getPropertyValue(property);
      if (value !== '') target?.setAttribute(property, value);
    }
    target?.removeAttribute('class');
    target?.removeAttribute('style');
  }
  const ground = getComputedStyle(svg).getPropertyValue('--sam-picture-ground').trim() || '#ffffff';
  const ink = getComputedStyle(svg).color || '#000000';
  const family = getComputedStyle(svg).fontFamily;
  svg.style.colorScheme = scheme;

  const [width, height] = [svg.viewBox.baseVal.width, svg.viewBox.baseVal.height];
  const lines = wrapText(title, width, TITLE_SIZE);
  const head = lines.length * (TITLE_SIZE + 6) + MARGIN;
  const outer = document.createElementNS(SVG, 'svg');
  const size = { width: width + 2 * MARGIN, height: height + head + 2 * MARGIN };
  outer.setAttribute('xmlns', SVG);
  outer.setAttribute('width', String(size.width));
  outer.setAttribute('height', String(size.height));
  outer.setAttribute('viewBox', `0 0 ${String(size.width)} ${String(size.height)}`);
  const rect = document.createElementNS(SVG, 'rect');
  rect.setAttribute('width', '100%');
  rect.setAttribute('height', '100%');
  rect.setAttribute('fill', ground);
  outer.append(rect);
  for (const [index, line] of lines.entries()) {
    const text = document.createElementNS(SVG, 'text');
    text.setAttribute('x', String(MARGIN));
    text.setAttribute('y', String(MARGIN + TITLE_SIZE + index * (TITLE_SIZE + 6)));
    text.setAttribute('font-family', family);
    text.setAttribute('font-size', String(TITLE_SIZE));
    text.setAttribute('font-weight', '600');
    text.setAttribute('fill', ink);
    text.textContent = line;
    outer.append(text);
  }
  copy.setAttribute('x', String(MARGIN));
  copy.setAttribute('y', String(MARGIN + head));
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  outer.append(copy);
  return outer;
}

/** The drawing with its title as a PNG. Rejects when the browser cannot draw it. */
export async function pictureOf(svg: SVGSVGElement, title: string): Promise<Blob> {
  const alone = standaloneSvg(svg, title);
  const source = new Blob([new XMLSerializer().serializeToString(alone)], { type: 'image/svg+xml' });
  const url = URL.createObjectURL(source);
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = svg.ownerDocument.createElement('canvas');
    canvas.width = Number(alone.getAttribute('width')) * SCALE;
    canvas.height = Number(alone.getAttribute('height')) * SCALE;
    const context = canvas.getContext('2d');
    if (!context) throw new Error('No canvas');
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise<Blob>((resolve, reject) => {
      canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('No picture'))), 'image/png');
    });
  } finally {
    URL.revokeObjectURL(url);
  }
}

/** Hands a file to the person as a download. */
export function saveFile(document: Document, content: Blob, name: string): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // Later: some browsers have not begun to read when click() returns.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
