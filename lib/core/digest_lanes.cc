#include "core/digest_lanes.h"

#if defined(__x86_64__)
#include <cpuid.h>
#endif

#include <algorithm>
#include <cstring>
#include <functional>
#include <numeric>

namespace ap::digest {
namespace {

constexpr std::size_t kLanes = 8, kBlock = 64;
// With fewer documents left, one after the other is as fast.
constexpr std::size_t kFewest = 3;

constexpr std::array<std::uint32_t, 8> kStart = {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                                                 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
constexpr std::array<std::uint32_t, 64> kRounds = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};

// Word by word of the state, for all lanes.
using State = std::array<std::array<std::uint32_t, kLanes>, 8>;
using Inputs = std::array<const std::byte*, kLanes>;

#if defined(__x86_64__)

bool is_worth_it() {
  constexpr unsigned kShaInstructions = 1u << 29;  // CPUID leaf 7, EBX
  unsigned a = 0, b = 0, c = 0, d = 0;
  const bool own = __get_cpuid_count(7, 0, &a, &b, &c, &d) != 0 && (b & kShaInstructions) != 0;
  return !own && __builtin_cpu_supports("avx2");
}

#pragma GCC push_options
#pragma GCC target("avx2")

typedef std::uint32_t Lanes __attribute__((vector_size(sizeof(std::uint32_t) * kLanes)));

// `blocks` blocks of each input into the state (FIPS 180-4, 6.2.2).
void compress(State& state, const Inputs& inputs, std::size_t blocks) {
#define AP_ROTATED(x, bits) ((x) >> (bits) | (x) << (32 - (bits)))  // a function would give wide registers away
  Lanes sum[8];
  std::memcpy(sum, state.data(), sizeof sum);
  for (std::size_t block = 0; block < blocks; ++block) {
    std::array<std::array<std::uint32_t, kLanes>, 16> words;
    for (std::size_t lane = 0; lane < kLanes; ++lane) {
      const std::byte* from = inputs[lane] + block * kBlock;
      for (std::size_t i = 0; i < words.size(); ++i) {
        std::uint32_t word;
        std::memcpy(&word, from + i * sizeof word, sizeof word);
        words[i][lane] = __builtin_bswap32(word);
      }
    }
    Lanes w[16];
    std::memcpy(w, words.data(), sizeof w);
    Lanes a = sum[0], b = sum[1], c = sum[2], d = sum[3], e = sum[4], f = sum[5], g = sum[6], h = sum[7];
    for (std::size_t round = 0; round < kRounds.size(); round += 16) {
#pragma GCC unroll 16
      for (std::size_t i = 0; i < 16; ++i) {
        const Lanes first = h + (AP_ROTATED(e, 6) ^ AP_ROTATED(e, 11) ^ AP_ROTATED(e, 25)) + ((e & f) ^ (~e & g)) +
                            kRounds[round + i] + w[i];
        const Lanes second =
            (AP_ROTATED(a, 2) ^ AP_ROTATED(a, 13) ^ AP_ROTATED(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
        h = g, g = f, f = e, e = d + first, d = c, c = b, b = a, a = first + second;
        // The word sixteen rounds on.
        const Lanes near = w[(i + 1) & 15], far = w[(i + 14) & 15];
        w[i] += (AP_ROTATED(near, 7) ^ AP_ROTATED(near, 18) ^ near >> 3) + w[(i + 9) & 15] +
                (AP_ROTATED(far, 17) ^ AP_ROTATED(far, 19) ^ far >> 10);
      }
    }
    sum[0] += a, sum[1] += b, sum[2] += c, sum[3] += d, sum[4] += e, sum[5] += f, sum[6] += g, sum[7] += h;
  }
  std::memcpy(state.data(), sum, sizeof sum);
#undef AP_ROTATED
}

#pragma GCC pop_options

#else

bool is_worth_it() { return false; }
void compress(State&, const Inputs&, std::size_t) {}

#endif

// Gives each lane that is free the next document.
class Work {
 public:
  // The longest first, so that no lane is left alone with one in the end.
  explicit Work(const std::vector<Bytes>& documents)
      : documents_(documents), begun_(documents.size()), order_(documents.size()) {
    std::iota(order_.begin(), order_.end(), std::size_t{0});
    std::ranges::sort(order_, std::ranges::greater(), [&](std::size_t i) { return documents_[i].size(); });
  }

  std::vector<Begun> run() {
    for (std::size_t lane = 0; lane < kLanes; ++lane) take_next(lane);
    while (busy_ >= kFewest) step();
    for (std::size_t lane = 0; lane < kLanes; ++lane) put_down(lane);
    return std::move(begun_);
  }

 private:
  struct Lane {
    bool busy = false;
    std::size_t document = 0, blocks = 0, left = 0;
  };

  void take_next(std::size_t lane) {
    if (next_ == order_.size() || documents_[order_[next_]].size() < kBlock) return;
    const std::size_t document = order_[next_++], blocks = documents_[document].size() / kBlock;
    lanes_[lane] = {true, document, blocks, blocks};
    for (std::size_t word = 0; word < kStart.size(); ++word) state_[word][lane] = kStart[word];
    ++busy_;
  }

  // As far as the document goes that ends first.
  void step() {
    std::size_t blocks = SIZE_MAX;
    Inputs inputs{};
    const std::byte* any = nullptr;
    for (std::size_t i = 0; i < kLanes; ++i) {
      const Lane& lane = lanes_[i];
      if (!lane.busy) continue;
      any = inputs[i] = documents_[lane.document].data() + (lane.blocks - lane.left) * kBlock;
      blocks = std::min(blocks, lane.left);
    }
    // What idle lanes reckon is of no use to anyone.
    for (const std::byte*& input : inputs)
      if (input == nullptr) input = any;
    compress(state_, inputs, blocks);
    for (std::size_t i = 0; i < kLanes; ++i) {
      if (!lanes_[i].busy || (lanes_[i].left -= blocks) > 0) continue;
      put_down(i);
      take_next(i);
    }
  }

  void put_down(std::size_t lane) {
    if (!lanes_[lane].busy) return;
    Begun& begun = begun_[lanes_[lane].document];
    begun.bytes = (lanes_[lane].blocks - lanes_[lane].left) * kBlock;
    for (std::size_t word = 0; word < begun.words.size(); ++word) begun.words[word] = state_[word][lane];
    lanes_[lane].busy = false;
    --busy_;
  }

  const std::vector<Bytes>& documents_;
  std::vector<Begun> begun_;
  std::vector<std::size_t> order_;
  std::size_t next_ = 0, busy_ = 0;  // in order_; lanes that have a document
  std::array<Lane, kLanes> lanes_;
  State state_{};
};

}  // namespace

std::vector<Begun> begin_side_by_side(const std::vector<Bytes>& documents) {
  static const bool worth_it = is_worth_it();
  if (!worth_it) return std::vector<Begun>(documents.size());
  return Work(documents).run();
}

}  // namespace ap::digest
