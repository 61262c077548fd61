import { RequestMethod, StreamableFile } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA, INTERCEPTORS_METADATA } from '@nestjs/common/constants.js';
import { ModulesContainer } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { API } from '@samhandling/contracts';
import { BY_ANSWER_LINK, OPEN_TO_ALL } from '../../api/src/platform/http/decorators.ts';
import { LIMITED } from '../../api/src/platform/limits/limited.ts';

export interface Route {
  /** "GET /api/v1/search" */
  readonly name: string;
  readonly purpose: string | undefined;
  readonly isOpen: boolean;
  readonly isByLink: boolean;
  readonly takesFile: boolean;
  readonly makesFile: boolean;
}

type Handler = (...args: unknown[]) => unknown;

/** The routes as the application has them, with what their decorators say. */
export function readRoutes(app: NestExpressApplication): Route[] {
  const modules = [...app.get(ModulesContainer).values()];
  const controllers = new Set(
    modules.flatMap((module) => [...module.controllers.values()].map(({ metatype }) => metatype)),
  );
  return [...controllers].flatMap((controller) => {
    const type = controller as { prototype: Record<string, Handler> };
    return Object.getOwnPropertyNames(type.prototype).flatMap((name) => {
      if (name === 'constructor') return [];
      const handler = type.prototype[name];
      const path = handler && (Reflect.getMetadata(PATH_METADATA, handler) as string | undefined);
      if (!handler || path === undefined) return [];
      const read = <Value>(key: string): Value | undefined =>
        (Reflect.getMetadata(key, handler) ?? Reflect.getMetadata(key, controller as object)) as Value | undefined;
      const base = Reflect.getMetadata(PATH_METADATA, controller as object) as string;
      const method = RequestMethod[Reflect.getMetadata(METHOD_METADATA, handler) as number] ?? '';
      return [
        {
          name: `${method} ${`${API}/${base}/${path}`.replace(/\/+/g, '/').replace(/\/$/, '')}`,
          purpose: read<string>(LIMITED),
          isOpen: read<boolean>(OPEN_TO_ALL) === true,
          isByLink: read<boolean>(BY_ANSWER_LINK) === true,
          takesFile: (read<unknown[]>(INTERCEPTORS_METADATA) ?? []).some((each) => isFileInterceptor(each)),
          makesFile: makesFile(handler),
        },
      ];
    });
  });
}

/** Made by a function of the library, which gives the class no name of its own. */
function isFileInterceptor(interceptor: unknown): boolean {
  return /multer/i.test(String(interceptor));
}

/** By the way it is written: what answers a file hands it to `download`. */
function makesFile(handler: Handler): boolean {
  const type = Reflect.getMetadata('design:returntype', handler) as unknown;
  return type === StreamableFile || /\bdownload\)?\(/.test(String(handler));
}
