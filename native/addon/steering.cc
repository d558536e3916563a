#include "addon/steering.h"

#include <variant>

#include "addon/errors.h"
#include "addon/filter_reader.h"
#include "addon/plan_reader.h"
#include "engine/open_source.h"
#include "engine/steering_plan.h"

namespace fandump {

namespace {

// The program as the first member would set it.
BpfProgram ProgramOf(const SourceBackend& backend) {
  if (const auto* af_packet = std::get_if<AfPacketPlan>(&backend); af_packet != nullptr && af_packet->steering) {
    const auto link_type = static_cast<uint16_t>(af_packet->link_type >= 0 ? af_packet->link_type : kLinkTypeEthernet);
    return ProgramFor(*af_packet->steering, InnerSteering(*af_packet, link_type)).classic;
  }
  if (const auto* udp = std::get_if<UdpPlan>(&backend); udp != nullptr && udp->steering) {
    return ProgramFor(*udp->steering, InnerSteering(*udp)).classic;
  }
  return {};
}

}  // namespace

Napi::Array InstructionsForJs(Napi::Env env, const BpfProgram& program) {
  Napi::Array instructions = Napi::Array::New(env, program.size());
  for (uint32_t index = 0; index < program.size(); index++) {
    Napi::Object instruction = Napi::Object::New(env);
    instruction.Set("code", program[index].code);
    instruction.Set("jt", program[index].jt);
    instruction.Set("jf", program[index].jf);
    instruction.Set("k", program[index].k);
    instructions.Set(index, instruction);
  }
  return instructions;
}

Napi::Value SteeringProgramForJs(const Napi::CallbackInfo& info) {
  const Napi::Env env = info.Env();
  if (info.Length() < 1 || !info[0].IsObject()) throw Napi::TypeError::New(env, "steeringProgram: a source is needed");
  const SourcePlan plan = ReadSource(info[0].As<Napi::Object>());
  return InstructionsForJs(env, WithJsErrors(env, [&plan] { return ProgramOf(plan.backend); }));
}

Napi::Value TunnelFilterForJs(const Napi::CallbackInfo& info) {
  const Napi::Env env = info.Env();
  if (info.Length() < 3 || !info[0].IsObject() || !info[1].IsObject() || !info[2].IsBoolean()) {
    throw Napi::TypeError::New(env, "tunnelFilter: a source, a filter and a boolean are needed");
  }
  const SourcePlan source = ReadSource(info[0].As<Napi::Object>());
  const auto* udp = std::get_if<UdpPlan>(&source.backend);
  if (udp == nullptr) throw Napi::TypeError::New(env, "tunnelFilter: the source is none of UDP");
  Plan plan;
  plan.filter = ReadFilter(info[1].As<Napi::Object>());
  plan.optimize_filter = info[2].As<Napi::Boolean>().Value();
  TunnelFilter filter;
  WithJsErrors(env, [&] {
    filter = BuildTunnelFilter(KernelSide(plan, *udp));
    return env.Undefined();
  });
  Napi::Object result = Napi::Object::New(env);
  result.Set("program", InstructionsForJs(env, filter.program));
  result.Set("reason", filter.reason);
  return result;
}

Napi::Value ProgramsByAnswersForJs(const Napi::CallbackInfo& info) {
  const Napi::Env env = info.Env();
  if (info.Length() < 4 || !info[0].IsObject() || !info[1].IsNumber() || !info[2].IsNumber() || !info[3].IsBoolean()) {
    throw Napi::TypeError::New(env, "programsByAnswers: a filter, two numbers and a boolean are needed");
  }
  const FilterExpression filter = ReadFilter(info[0].As<Napi::Object>());
  const auto link_type = static_cast<uint16_t>(info[1].As<Napi::Number>().Uint32Value());
  const uint32_t snaplen = info[2].As<Napi::Number>().Uint32Value();
  const bool optimize = info[3].As<Napi::Boolean>().Value();
  const CompiledExpression compiled =
      WithJsErrors(env, [&] { return CompileExpression(filter, link_type, snaplen, optimize); });
  Napi::Array programs = Napi::Array::New(env, compiled.by_answers.size());
  for (uint32_t answers = 0; answers < compiled.by_answers.size(); answers++) {
    programs.Set(answers, InstructionsForJs(env, compiled.programs[compiled.by_answers[answers]]));
  }
  return programs;
}

}  // namespace fandump
