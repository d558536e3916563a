// The exports of fandump.node; src/engine/native.ts is the same page in TypeScript.
#include <napi.h>

#include "addon/device_settings.h"
#include "addon/doctor.h"
#include "addon/fanout_test.h"
#include "addon/host.h"
#include "addon/output.h"
#include "addon/rights.h"
#include "addon/savefile_repair.h"
#include "addon/session_wrap.h"
#include "addon/steering.h"

namespace {

// Compared with addonVersion in src/engine/native.ts: a stale build is refused instead of misbehaving.
constexpr int kAddonVersion = 10;

Napi::Object Init(Napi::Env env, Napi::Object exports) {
  exports.Set("version", kAddonVersion);
  exports.Set("Session", fandump::SessionWrap::Define(env));
  exports.Set("compileFilter", Napi::Function::New<fandump::CompileFilterForJs>(env));
  exports.Set("steeringProgram", Napi::Function::New<fandump::SteeringProgramForJs>(env));
  exports.Set("tunnelFilter", Napi::Function::New<fandump::TunnelFilterForJs>(env));
  exports.Set("programsByAnswers", Napi::Function::New<fandump::ProgramsByAnswersForJs>(env));
  exports.Set("interfaces", Napi::Function::New<fandump::ListInterfaces>(env));
  exports.Set("interfaceName", Napi::Function::New<fandump::InterfaceNameForJs>(env));
  exports.Set("linkTypeName", Napi::Function::New<fandump::LinkTypeNameForJs>(env));
  exports.Set("linkTypeValue", Napi::Function::New<fandump::LinkTypeValueForJs>(env));
  exports.Set("openOutput", Napi::Function::New<fandump::OpenOutputForJs>(env));
  exports.Set("writeSome", Napi::Function::New<fandump::WriteSomeForJs>(env));
  exports.Set("leaveDeadTerminals", Napi::Function::New<fandump::LeaveDeadTerminalsForJs>(env));
  exports.Set("libpcapVersion", Napi::Function::New<fandump::LibpcapVersionForJs>(env));
  exports.Set("readDevice", Napi::Function::New<fandump::ReadDeviceForJs>(env));
  exports.Set("probeKernel", Napi::Function::New<fandump::ProbeKernelForJs>(env));
  exports.Set("tryPacketSocket", Napi::Function::New<fandump::TryPacketSocketForJs>(env));
  exports.Set("probeReceiveBuffer", Napi::Function::New<fandump::ProbeReceiveBufferForJs>(env));
  exports.Set("readFanoutMembers", Napi::Function::New<fandump::ReadFanoutMembersForJs>(env));
  exports.Set("readUdpListeners", Napi::Function::New<fandump::ReadUdpListenersForJs>(env));
  exports.Set("readClock", Napi::Function::New<fandump::ReadClockForJs>(env));
  exports.Set("repairSavefile", Napi::Function::New<fandump::RepairSavefileForJs>(env));
  exports.Set("readChannels", Napi::Function::New<fandump::ReadChannelsForJs>(env));
  exports.Set("setChannels", Napi::Function::New<fandump::SetChannelsForJs>(env));
  exports.Set("startRestorer", Napi::Function::New<fandump::StartRestorerForJs>(env));
  exports.Set("restoreSettings", Napi::Function::New<fandump::RestoreSettingsForJs>(env));
  exports.Set("bringUp", Napi::Function::New<fandump::BringUpForJs>(env));
  exports.Set("sendFrames", Napi::Function::New<fandump::SendFramesForJs>(env));
  exports.Set("findOpeners", Napi::Function::New<fandump::FindOpenersForJs>(env));
  exports.Set("tryOpener", Napi::Function::New<fandump::TryOpenerForJs>(env));
  exports.Set("findUser", Napi::Function::New<fandump::FindUserForJs>(env));
  exports.Set("isMapped", Napi::Function::New<fandump::IsMappedForJs>(env));
  exports.Set("becomeUser", Napi::Function::New<fandump::BecomeUserForJs>(env));
  exports.Set("dropCapabilities", Napi::Function::New<fandump::DropCapabilitiesForJs>(env));
  exports.Set("enterSandbox", Napi::Function::New<fandump::EnterSandboxForJs>(env));
  exports.Set("sandboxRules", Napi::Function::New<fandump::SandboxRulesForJs>(env));
  return exports;
}

}  // namespace

NODE_API_MODULE(fandump, Init)
