#include "source/af_packet_statistics.h"

#include <linux/if_packet.h>
#include <sys/socket.h>

#include <utility>

namespace fandump {

void KernelStatistics::Accumulate(int fd) {
  tpacket_stats_v3 statistics{};
  socklen_t length = sizeof statistics;
  if (getsockopt(fd, SOL_PACKET, PACKET_STATISTICS, &statistics, &length) != 0) return;
  totals_.packets += statistics.tp_packets;
  totals_.drops += statistics.tp_drops;
  totals_.freezes += statistics.tp_freeze_q_cnt;
}

KernelTotals KernelStatistics::Read(int fd) {
  const std::lock_guard lock(mutex_);
  Accumulate(fd);
  return totals_;
}

KernelTotals KernelStatistics::Restart(int fd) {
  const std::lock_guard lock(mutex_);
  Accumulate(fd);
  return std::exchange(totals_, KernelTotals());
}

}  // namespace fandump
