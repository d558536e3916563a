// The programs of sources for --explain and -d.
#pragma once

#include <napi.h>

#include "types.h"

namespace fandump {

// steeringProgram(source): the instructions for one source of a NativePlan whose steering is set, none for a pinned
// one.
Napi::Value SteeringProgramForJs(const Napi::CallbackInfo& info);

// tunnelFilter(source, filter, optimize): { program, reason } for a UDP source of a NativePlan, see
// filter/tunnel_filter.h.
Napi::Value TunnelFilterForJs(const Napi::CallbackInfo& info);

// programsByAnswers(filter, linkType, snaplen, optimize): a program for each set of answers, see filter/expression.h.
Napi::Value ProgramsByAnswersForJs(const Napi::CallbackInfo& info);

// A classic BPF program as an array of { code, jt, jf, k }.
Napi::Array InstructionsForJs(Napi::Env env, const BpfProgram& program);

}  // namespace fandump
