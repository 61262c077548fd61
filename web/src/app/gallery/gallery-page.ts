import { Component } from '@angular/core';
import { PageHeader } from '@samhandling/ui';

@Component({
  selector: 'sam-gallery-page',
  imports: [PageHeader],
  template: `<div class="sam-page"><sam-page-header heading="Galleri" /></div>`,
})
export class GalleryPage {}
