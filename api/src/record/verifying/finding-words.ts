import type { Label } from '@samhandling/domain';
import type { Finding } from './chain-walk.ts';

/** What does not hold, where, and what that means, for whoever has to look into it. */
export function findingWords({ kind, seq, what }: Finding): Label {
  switch (kind) {
    case 'altered_personal':
      return {
        sv: `Nr ${seq}, rad ${what}: vem som gjorde det, för vem, förfrågan eller gamla och nya värden är ändrade efteråt.`,
        en: `No. ${seq}, row ${what}: who did it, for whom, the request or old and new values were altered afterwards.`,
      };
    case 'altered_kept':
      return {
        sv: `Nr ${seq}, rad ${what}: tiden, vägen, vad som gjordes, vilken sak eller fältens namn är ändrade efteråt.`,
        en: `No. ${seq}, row ${what}: the time, the way, what was done, to which thing or the names of fields were altered afterwards.`,
      };
    case 'missing_row':
      return {
        sv: `Nr ${seq}, rad ${what}: raden är borttagen ur loggen.`,
        en: `No. ${seq}, row ${what}: the row has been taken out of the log.`,
      };
    case 'missing_link':
      return {
        sv: seq === Number(what) ? `Nr ${seq} saknas i kedjan.` : `Nr ${seq}–${what} saknas i kedjan.`,
        en:
          seq === Number(what) ? `No. ${seq} is missing in the chain.` : `No. ${seq}–${what} are missing in the chain.`,
      };
    case 'broken_link':
      return {
        sv: `Nr ${seq}: kedjan är bruten. Något är ändrat, inlagt eller omkastat här.`,
        en: `No. ${seq}: the chain is broken. Something was altered, put in or reordered here.`,
      };
    case 'not_chained':
      return {
        sv: `Rad ${what}: raden finns i loggen men inte i kedjan.`,
        en: `Row ${what}: the row is in the log but not in the chain.`,
      };
    case 'disposed_without_entry':
      return {
        sv: `Personuppgifter är borttagna utan en gallring i loggen som täcker dem (${what}).`,
        en: `Personal data was taken away without a disposal in the log that covers it (${what}).`,
      };
    case 'disposed_count':
      return {
        sv: `Gallringen ${what} säger ett annat antal rader än de som är gallrade.`,
        en: `The disposal ${what} tells another number of rows than were disposed.`,
      };
    case 'cut':
      return {
        sv: `Kedjan slutar vid nr ${seq}, men var minst ${what} lång vid en tidigare kontroll. Slutet är bortklippt.`,
        en: `The chain ends at no. ${seq}, but was at least ${what} long at an earlier check. Its end has been cut off.`,
      };
    case 'rewritten':
      return {
        sv: `Nr ${seq}: kontrollsumman är en annan än vid en tidigare kontroll. Kedjan är omskriven.`,
        en: `No. ${seq}: the checksum differs from that of an earlier check. The chain has been rewritten.`,
      };
    case 'report_altered':
      return {
        sv: `${what}: rapporten stämmer inte med sin kontrollsumma.`,
        en: `${what}: the report does not match its checksum.`,
      };
    case 'report_missing':
      return {
        sv: `${what}: omgången är fastställd men saknar sin frysta rapport.`,
        en: `${what}: the round is adopted but has no frozen report.`,
      };
    case 'paper_altered':
      return {
        sv: `${what}: dokumentet stämmer inte med sin kontrollsumma.`,
        en: `${what}: the paper does not match its checksum.`,
      };
    case 'paper_missing':
      return {
        sv: `${what}: protokollet är justerat men det frysta dokumentet saknas.`,
        en: `${what}: the minutes are adjusted but the frozen paper is missing.`,
      };
    case 'file_altered':
      return {
        sv: `${what}: filen stämmer inte med sin kontrollsumma.`,
        en: `${what}: the file does not match its checksum.`,
      };
    case 'file_missing':
      return { sv: `${what}: filen saknas.`, en: `${what}: the file is missing.` };
  }
}
