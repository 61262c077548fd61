import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { PlansModule } from '../plans/plans.module.ts';
import { OrganisationEntity } from './organisation.entity.ts';
import { OrganisationRules } from './organisation-rules.ts';
import { OrganisationsController } from './organisations.controller.ts';
import { OrganisationsRepository } from './organisations.repository.ts';
import { OrganisationsService } from './organisations.service.ts';

@Module({
  imports: [TypeOrmModule.forFeature([OrganisationEntity]), PlansModule],
  controllers: [OrganisationsController],
  providers: [OrganisationsService, OrganisationRules, OrganisationsRepository],
})
export class OrganisationsModule {}
