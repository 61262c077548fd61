import { type HttpResourceRef, httpResource } from '@angular/common/http';
import { Service } from '@angular/core';
import {
  type PublicActivityPage,
  type PublicCountyItem,
  type PublicPlanList,
  type PublicPlanPage,
  openPaths,
} from '@samhandling/contracts';

type Read<Value> = HttpResourceRef<Value | undefined>;

/** What anybody may read. Call in an injection context: they follow their signals. */
@Service()
export class PublicApi {
  counties(): Read<readonly PublicCountyItem[]> {
    return httpResource<readonly PublicCountyItem[]>(() => openPaths.publicCounties());
  }

  plans(county: () => string): Read<PublicPlanList> {
    return httpResource<PublicPlanList>(() => openPaths.publicPlans(county()));
  }

  plan(county: () => string, slug: () => string, round: () => string | undefined): Read<PublicPlanPage> {
    return httpResource<PublicPlanPage>(() => {
      const label = round();
      const params: Record<string, string> = label ? { round: label } : {};
      return { url: openPaths.publicPlan(county(), slug()), params };
    });
  }

  activity(
    county: () => string,
    slug: () => string,
    area: () => string,
    number: () => string,
  ): Read<PublicActivityPage> {
    return httpResource<PublicActivityPage>(() => openPaths.publicActivity(county(), slug(), area(), number()));
  }
}
