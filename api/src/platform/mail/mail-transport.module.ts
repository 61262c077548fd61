import { Global, Module } from '@nestjs/common';
import { ENVIRONMENT } from '../config/environment.token.ts';
import type { Environment } from '../config/environment.ts';
import { Metrics } from '../metrics/metrics.ts';
import { CountingTransport } from './counting-transport.ts';
import { FolderTransport } from './folder-transport.ts';
import { LetterPost } from './letter-post.ts';
import { Letters } from './letters.ts';
import { MailTransport } from './mail-transport.ts';
import { SmtpTransport } from './smtp-transport.ts';

@Global()
@Module({
  providers: [
    {
      provide: MailTransport,
      inject: [ENVIRONMENT, Metrics],
      useFactory: (environment: Environment, metrics: Metrics): MailTransport => {
        const { smtp } = environment;
        const way = smtp ? new SmtpTransport(smtp) : new FolderTransport(environment.mailFolder, environment.MAIL_FROM);
        return new CountingTransport(way, metrics);
      },
    },
    Letters,
    LetterPost,
  ],
  exports: [MailTransport, Letters, LetterPost],
})
export class MailTransportModule {}
