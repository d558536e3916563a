#include "sink/tcp_readers.h"

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <pthread.h>
#include <sys/eventfd.h>
#include <sys/socket.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "capture_thread.h"
#include "clock.h"
#include "tcp_socket.h"

namespace fandump {

namespace {

// How late the thread notices that a reader takes nothing any more, or has fallen too far behind.
constexpr int kLongestSleepMs = 500;
constexpr int64_t kPatienceMs = 10'000;
constexpr int64_t kHurriedPatienceMs = 1'000;

std::string NameOf(const sockaddr_storage& peer) {
  char text[INET6_ADDRSTRLEN] = "";
  if (peer.ss_family == AF_INET) {
    const auto& ipv4 = reinterpret_cast<const sockaddr_in&>(peer);
    inet_ntop(AF_INET, &ipv4.sin_addr, text, sizeof text);
    return TcpText(text, ntohs(ipv4.sin_port));
  }
  const auto& ipv6 = reinterpret_cast<const sockaddr_in6&>(peer);
  inet_ntop(AF_INET6, &ipv6.sin6_addr, text, sizeof text);
  return TcpText(text, ntohs(ipv6.sin6_port));
}

}  // namespace

TcpReaders::TcpReaders(TcpReaderOptions options, const TcpLog& log)
    : options_(std::move(options)),
      log_(log),
      event_(eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC)),
      header_(std::move(options_.header)) {
  if (!event_) throw CaptureError("ETCP_SOCKET", options_.uri + ": cannot make an event descriptor", errno);
  if (options_.peer) Add(std::move(options_.peer), options_.uri);
  thread_ = StartThread("serves the readers of " + options_.uri, [this] { Run(); });
}

TcpReaders::~TcpReaders() {
  abandoned_.store(true);
  const uint64_t one = 1;
  // Cannot fail: the counter is far from its end.
  (void)!write(event_.get(), &one, sizeof one);
  if (thread_.joinable()) thread_.join();
}

void TcpReaders::Wake() {
  // Either the thread sees what was published before it sleeps, or we see that it sleeps.
  if (!sleeps_.load()) return;
  const uint64_t one = 1;
  (void)!write(event_.get(), &one, sizeof one);
}

void TcpReaders::AddToHeader(std::string_view bytes, const std::function<void()>& publish) {
  const std::lock_guard<std::mutex> lock(mutex_);
  header_ += bytes;
  publish();
}

bool TcpReaders::WaitForReader() {
  if (count() == 0 && options_.listener && !hurries_.load()) {
    options_.notice({"TCP_WAITS_FOR_READER", options_.uri + ": waits for a reader", ""});
  }
  std::unique_lock<std::mutex> lock(mutex_);
  changed_.wait(lock, [this] { return count() > 0 || !loss_.empty() || hurries_.load(); });
  return count() > 0;
}

void TcpReaders::WaitUntilRead(uint64_t block) {
  std::unique_lock<std::mutex> lock(mutex_);
  changed_.wait(lock, [this, block] { return oldest_needed_ > block || hurries_.load(); });
}

void TcpReaders::StopWaiting() {
  {
    const std::lock_guard<std::mutex> lock(mutex_);
    hurries_since_.store(NowMs());
    hurries_.store(true);
  }
  changed_.notify_all();
  Wake();
}

void TcpReaders::Finish() {
  finishing_.store(true);
  const uint64_t one = 1;
  (void)!write(event_.get(), &one, sizeof one);
  if (thread_.joinable()) thread_.join();
}

uint64_t TcpReaders::oldest_needed() const {
  const std::lock_guard<std::mutex> lock(mutex_);
  return oldest_needed_;
}

std::string TcpReaders::loss() const {
  const std::lock_guard<std::mutex> lock(mutex_);
  return loss_;
}

void TcpReaders::Run() {
  pthread_setname_np(pthread_self(), "fandump-tcp");
  RunGuarded(
      "serving readers", [this] { ServeAll(); }, [this](const CaptureError& error) { NoteEnd(error.what()); });
  for (Reader& reader : readers_) log_.LetGo(reader.position);
  readers_.clear();
  Tell();
}

void TcpReaders::ServeAll() {
  while (!abandoned_.load()) {
    // Before readers are served: what was published until then is among what they have got at the end.
    const bool is_finishing = finishing_.load();
    if (options_.listener) Accept();
    bool all_served = true;
    bool has_more = false;
    const int64_t now = NowMs();
    std::erase_if(readers_, [&](Reader& reader) {
      const Served served = Discard(reader) ? Serve(reader) : Served::kGone;
      reader.is_blocked = served == Served::kBlocked;
      if (served != Served::kBlocked) reader.progress_at = now;
      const bool is_too_slow = served != Served::kGone && IsTooSlow(reader, now);
      if (is_too_slow) CutOff(reader);
      if (is_too_slow || served == Served::kGone) {
        if (!is_too_slow) TellUnread(reader);
        NoteLoss();
        log_.LetGo(reader.position);
        return true;
      }
      all_served = all_served && served == Served::kEverything;
      has_more = has_more || served == Served::kMore;
      return false;
    });
    Tell();
    if (!options_.listener && readers_.empty()) break;
    if (is_finishing && all_served) break;
    if (!has_more) Wait();
  }
}

void TcpReaders::Wait() {
  // Someone may have published, or asked for the end, since readers were served.
  sleeps_.store(true);
  const bool has_news = std::any_of(readers_.begin(), readers_.end(), [this](Reader& reader) {
    return !reader.is_blocked && log_.HasMore(reader.position);
  });
  if (!has_news) {
    std::vector<pollfd> waits = {{event_.get(), POLLIN, 0}};
    const bool takes_more = options_.listener && !listener_rests_ && readers_.size() < options_.most;
    if (takes_more) waits.push_back({options_.listener.get(), POLLIN, 0});
    for (const Reader& reader : readers_) {
      const int events = (reader.is_blocked ? POLLOUT : 0) | (reader.has_shut_down ? 0 : POLLIN);
      waits.push_back({reader.fd.get(), static_cast<short>(events), 0});
    }
    const bool is_blocked =
        std::any_of(readers_.begin(), readers_.end(), [](const Reader& reader) { return reader.is_blocked; });
    poll(waits.data(), waits.size(), is_blocked || listener_rests_ ? kLongestSleepMs : -1);
    listener_rests_ = false;
  }
  sleeps_.store(false, std::memory_order_relaxed);
  uint64_t count = 0;
  (void)!read(event_.get(), &count, sizeof count);
}

void TcpReaders::Accept() {
  while (readers_.size() < options_.most && !finishing_.load()) {
    sockaddr_storage peer{};
    socklen_t length = sizeof peer;
    OwnedFd fd(
        accept4(options_.listener.get(), reinterpret_cast<sockaddr*>(&peer), &length, SOCK_NONBLOCK | SOCK_CLOEXEC));
    if (!fd) {
      // One that has gone again before it was taken (accept(2)) is as good as none.
      listener_rests_ = errno != EAGAIN && errno != EINTR && errno != ECONNABORTED;
      return;
    }
    Add(std::move(fd), NameOf(peer));
  }
}

void TcpReaders::Add(OwnedFd fd, std::string name) {
  const int on = 1;
  setsockopt(fd.get(), IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
  // A host that was switched off is noticed some day.
  setsockopt(fd.get(), SOL_SOCKET, SO_KEEPALIVE, &on, sizeof on);
  Reader reader;
  reader.fd = std::move(fd);
  reader.name = std::move(name);
  {
    const std::lock_guard<std::mutex> lock(mutex_);
    reader.header = header_;
    reader.position = log_.End();
  }
  reader.progress_at = NowMs();
  readers_.push_back(std::move(reader));
  accepted_.fetch_add(1, std::memory_order_relaxed);
  Tell();
}

// What the writer may wait for.
void TcpReaders::Tell() {
  uint64_t oldest = UINT64_MAX;
  for (const Reader& reader : readers_) oldest = std::min(oldest, reader.position.number);
  {
    const std::lock_guard<std::mutex> lock(mutex_);
    if (oldest == oldest_needed_ && count() == readers_.size()) return;
    oldest_needed_ = oldest;
    count_.store(readers_.size(), std::memory_order_relaxed);
  }
  changed_.notify_all();
}

// The packets were counted as sent when they were handed to the connections there were.
void TcpReaders::TellUnread(const Reader& reader) const {
  const uint64_t unread = log_.Unread(reader.position);
  if (!options_.listener || unread == 0) return;
  options_.notice({"TCP_READER_GONE",
                   options_.uri + ": reader " + reader.name + " has gone, and has not taken the last " +
                       std::to_string(unread) + " bytes of packets",
                   ""});
}

void TcpReaders::NoteLoss() {
  if (options_.listener) return;
  NoteEnd(last_error_ == EPIPE || last_error_ == ECONNRESET ? "the other side has closed the connection"
                                                            : std::strerror(last_error_));
}

void TcpReaders::NoteEnd(const std::string& why) {
  {
    const std::lock_guard<std::mutex> lock(mutex_);
    loss_ = why;
  }
  changed_.notify_all();
}

bool TcpReaders::Discard(Reader& reader) {
  constexpr size_t kMost = size_t{1} << 20;
  // TCP throws away what MSG_TRUNC asks for (tcp(7)).
  const ssize_t result = recv(reader.fd.get(), nullptr, kMost, MSG_DONTWAIT | MSG_TRUNC);
  // It may still read: nc does so when its own input has ended. An error that comes later is seen here, too.
  if (result == 0) reader.has_shut_down = true;
  if (result >= 0 || errno == EINTR || errno == EAGAIN) return true;
  last_error_ = errno;
  return false;
}

TcpReaders::Served TcpReaders::Serve(Reader& reader) {
  while (!reader.header.empty()) {
    const auto* const bytes = reinterpret_cast<const uint8_t*>(reader.header.data());
    const ssize_t sent = Send(reader, bytes, reader.header.size());
    if (sent < 0) return Served::kGone;
    if (sent == 0) return Served::kBlocked;
    reader.header.erase(0, static_cast<size_t>(sent));
  }
  if (!log_.HasMore(reader.position)) return Served::kEverything;
  const TcpBlock& block = *reader.position.block;
  const size_t size = block.size.load(std::memory_order_acquire);
  while (reader.position.offset < size) {
    const size_t left = size - reader.position.offset;
    const ssize_t sent = Send(reader, block.bytes.get() + reader.position.offset, left);
    if (sent < 0) return Served::kGone;
    if (sent == 0) return Served::kBlocked;
    reader.position.offset += static_cast<size_t>(sent);
    reader.progress_at = NowMs();
  }
  return Served::kMore;
}

// 0: it takes no more for now; -1: it has gone.
ssize_t TcpReaders::Send(Reader& reader, const uint8_t* bytes, size_t size) {
  while (true) {
    const ssize_t sent = send(reader.fd.get(), bytes, size, MSG_DONTWAIT | MSG_NOSIGNAL);
    if (sent > 0) return sent;
    if (errno == EINTR) continue;
    if (errno == EAGAIN || errno == ENOBUFS) return 0;
    last_error_ = errno;
    return -1;
  }
}

bool TcpReaders::IsTooSlow(const Reader& reader, int64_t now) const {
  if (log_.IsLost(reader.position)) return true;
  if (!reader.is_blocked) return false;
  if (finishing_.load() && hurries_.load() && now - hurries_since_.load() > kHurriedPatienceMs) return true;
  return (options_.is_waited_for || finishing_.load()) && now - reader.progress_at > kPatienceMs;
}

void TcpReaders::CutOff(const Reader& reader) {
  slow_.fetch_add(1, std::memory_order_relaxed);
  last_error_ = ETIMEDOUT;
  options_.notice({"TCP_SLOW_READER",
                   options_.uri + ": " + (options_.listener ? "reader " + reader.name : "the other side") +
                       " was cut off: it does not read as fast as packets come",
                   options_.is_waited_for ? "" : "buffer=256M lets readers stay farther behind"});
}

}  // namespace fandump
