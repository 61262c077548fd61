import { Global, Module } from '@nestjs/common';
import { ENVIRONMENT } from '../config/environment.token.ts';
import type { Environment } from '../config/environment.ts';
import { FolderTransport } from './folder-transport.ts';
import { MailTransport } from './mail-transport.ts';
import { SmtpTransport } from './smtp-transport.ts';

@Global()
@Module({
  providers: [
    {
      provide: MailTransport,
      inject: [ENVIRONMENT],
      useFactory: (environment: Environment): MailTransport => {
        const { smtp } = environment;
        return smtp ? new SmtpTransport(smtp) : new FolderTransport(environment.mailFolder, environment.MAIL_FROM);
      },
    },
  ],
  exports: [MailTransport],
})
export class MailTransportModule {}
