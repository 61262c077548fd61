import type { OpenDataFormat, OpenDataSet } from './public.ts';
import type { ReportFormat } from './reports.ts';

const enc = encodeURIComponent;

export const API = '/api/v1';

/**
 * The paths that a page of the public site or the frame around every page asks. Apart from the rest, so that who reads in
 * public does not load the addresses of the work behind.
 */
export const openPaths = {
  about: () => `${API}/about`,
  session: () => `${API}/session`,
  sessionCounty: () => `${API}/session/county`,
  plans: () => `${API}/plans`,
  changeUndo: (id: string) => `${API}/changes/${enc(id)}/undo`,
  publicCounties: () => `${API}/public/counties`,
  publicPlans: (county: string) => `${API}/public/counties/${enc(county)}/plans`,
  publicPlan: (county: string, slug: string) => `${API}/public/counties/${enc(county)}/plans/${enc(slug)}`,
  publicActivity: (county: string, slug: string, area: string, number: number | string) =>
    `${API}/public/counties/${enc(county)}/plans/${enc(slug)}/activities/${enc(area)}/${enc(String(number))}`,
  publicRound: (county: string, slug: string, label: string) =>
    `${API}/public/counties/${enc(county)}/plans/${enc(slug)}/rounds/${enc(label)}`,
  publicReportFile: (county: string, slug: string, label: string, format: ReportFormat) =>
    `${API}/public/counties/${enc(county)}/plans/${enc(slug)}/rounds/${enc(label)}/report/${format}`,
  publicData: (county: string, slug: string, set: OpenDataSet, format: OpenDataFormat) =>
    `${API}/public/counties/${enc(county)}/plans/${enc(slug)}/data/${set}.${format}`,
} as const;
