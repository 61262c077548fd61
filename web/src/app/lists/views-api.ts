import { HttpClient, type HttpResourceRef, httpResource } from '@angular/common/http';
import { Service, inject } from '@angular/core';
import {
  type PutDefaultViewRequest,
  type SavedView,
  type SavedViewInput,
  type UpdateSavedViewRequest,
  type ViewPage,
  paths,
} from '@samhandling/contracts';
import { firstValueFrom } from 'rxjs';

const version = (value: number): { headers: Record<string, string> } => ({
  headers: { 'If-Match': `"${String(value)}"` },
});

@Service()
export class ViewsApi {
  private readonly http = inject(HttpClient);

  list(page: () => ViewPage, plan: () => string | null): HttpResourceRef<readonly SavedView[] | undefined> {
    return httpResource<readonly SavedView[]>(() => ({ url: paths.views(), params: paramsOf(page(), plan()) }));
  }

  get(page: ViewPage, plan: string | null): Promise<readonly SavedView[]> {
    return firstValueFrom(this.http.get<readonly SavedView[]>(paths.views(), { params: paramsOf(page, plan) }));
  }

  create(input: SavedViewInput): Promise<SavedView> {
    return firstValueFrom(this.http.post<SavedView>(paths.views(), input));
  }

  update(view: SavedView, request: UpdateSavedViewRequest): Promise<SavedView> {
    return firstValueFrom(this.http.patch<SavedView>(paths.view(view.id), request, version(view.version)));
  }

  async delete(view: SavedView): Promise<void> {
    await firstValueFrom(this.http.delete(paths.view(view.id), version(view.version)));
  }

  putDefault(request: PutDefaultViewRequest): Promise<readonly SavedView[]> {
    return firstValueFrom(this.http.put<readonly SavedView[]>(paths.viewDefault(), request));
  }
}

function paramsOf(page: ViewPage, plan: string | null): Record<string, string> {
  return plan === null ? { page } : { page, plan };
}
