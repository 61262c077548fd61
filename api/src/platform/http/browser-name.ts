/** In this order: Edge and Opera also call themselves Chrome, and Chrome calls itself Safari. */
const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/\bEdg(e|A|iOS)?\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(Firefox|FxiOS)\//, 'Firefox'],
  [/\b(Chrome|CriOS|Chromium|HeadlessChrome)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
];
const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\b(Macintosh|Mac OS X)\b/, 'Mac'],
  [/\bCrOS\b/, 'Chromebook'],
  [/\bLinux\b/, 'Linux'],
];

/**
 * "Safari, iPhone": enough for a planner to see that a link was opened on two kinds of machine, and too little to follow
 * anybody by. No version, no address. Empty when the browser does not say anything we know.
 */
export function browserName(userAgent: string | undefined): string {
  const first = (known: typeof BROWSERS): string[] =>
    known
      .filter(([sign]) => sign.test(userAgent ?? ''))
      .slice(0, 1)
      .map(([, name]) => name);
  return [...first(BROWSERS), ...first(SYSTEMS)].join(', ');
}
