import { CaptureError } from '../engine/errors';
import type { Addon } from '../engine/native';
import { CaptureSession } from '../engine/session';
import { toNativePlan } from '../plan/native-plan';
import type { PlannedSource } from '../plan/plan';

