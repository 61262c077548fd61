import { httpResource } from '@angular/common/http';
import { Service, computed } from '@angular/core';
import { type About as AboutAnswer, openPaths } from '@samhandling/contracts';

/** Product, version and, in the demo, its sign-ins. Asked once; a page must work without the answer. */
@Service()
export class About {
  private readonly answer = httpResource<AboutAnswer>(() => openPaths.about());
  readonly version = computed(() => (this.answer.hasValue() ? this.answer.value().version : ''));
  readonly signInProviders = computed(() => this.answer.hasValue() && this.answer.value().signInProviders === true);
  readonly demo = computed(() => (this.answer.hasValue() ? this.answer.value().demo : []));
}
