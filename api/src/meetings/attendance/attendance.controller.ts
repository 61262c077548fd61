import { Body, Controller, Param, Put } from '@nestjs/common';
import type { AttendanceAnswer } from '@samhandling/contracts';
import { Requires } from '../../platform/http/decorators.ts';
import { IdPipe } from '../../platform/http/id.pipe.ts';
import { PutAttendanceDto } from './attendance.dto.ts';
import { AttendanceService } from './attendance.service.ts';

@Controller('meetings/:id/attendance')
export class AttendanceController {
  constructor(private readonly attendance: AttendanceService) {}

  @Put()
  @Requires('meeting.write_own', 'meeting.write_any')
  put(@Param('id', IdPipe) id: string, @Body() body: PutAttendanceDto): Promise<AttendanceAnswer> {
    return this.attendance.put(id, body);
  }
}
