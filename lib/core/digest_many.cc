#include "core/digest_many.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <numeric>

#if defined(__x86_64__) && defined(__GNUC__)
#define AP_LANES 1
#include <cpuid.h>
#endif

namespace ap {
namespace {

#ifdef AP_LANES

constexpr std::size_t kLanes = 8, kBlock = 64;

// A 32-bit word of each of eight documents.
using Words = std::uint32_t __attribute__((vector_size(4 * kLanes)));

// FIPS 180-4, 4.2.2 and 5.3.3.
constexpr std::array<std::uint32_t, 64> kRound = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};
constexpr std::array<std::uint32_t, 8> kStart = {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                                                 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};

// No function: vectors as wide as this cannot be handed over where the loader may choose the narrow version.
#define AP_TURNED(x, by) ((x) >> (by) | (x) << (32 - (by)))

// One block of each lane into its state. The loader takes the version that the processor has the instructions for.
__attribute__((target_clones("arch=skylake-avx512", "avx2", "default"))) void compress(
    std::array<Words, 8>& state, const std::array<const unsigned char*, kLanes>& blocks) {
  Words w[16];
  for (std::size_t i = 0; i < 16; ++i) {
    std::uint32_t word[kLanes];
    for (std::size_t lane = 0; lane < kLanes; ++lane) std::memcpy(&word[lane], blocks[lane] + 4 * i, sizeof word[lane]);
    w[i] = Words{word[0], word[1], word[2], word[3], word[4], word[5], word[6], word[7]};
    const Words swapped = (w[i] & 0x00ff00ff) << 8 | ((w[i] >> 8) & 0x00ff00ff);
    w[i] = swapped << 16 | swapped >> 16;
  }
  auto [a, b, c, d, e, f, g, h] = state;
  for (std::size_t start = 0; start < 64; start += 16) {
#pragma GCC unroll 16
    for (std::size_t i = 0; i < 16; ++i) {
      const Words first = h + (AP_TURNED(e, 6) ^ AP_TURNED(e, 11) ^ AP_TURNED(e, 25)) + (g ^ (e & (f ^ g))) +
                          kRound[start + i] + w[i];
      const Words second = (AP_TURNED(a, 2) ^ AP_TURNED(a, 13) ^ AP_TURNED(a, 22)) + ((a & b) | (c & (a | b)));
      h = g, g = f, f = e, e = d + first, d = c, c = b, b = a, a = first + second;
    }
#pragma GCC unroll 16
    for (std::size_t i = 0; i < 16 && start < 48; ++i) {
      const Words near = w[(i + 1) % 16], far = w[(i + 14) % 16];
      w[i] += (AP_TURNED(near, 7) ^ AP_TURNED(near, 18) ^ (near >> 3)) + w[(i + 9) % 16] +
              (AP_TURNED(far, 17) ^ AP_TURNED(far, 19) ^ (far >> 10));
    }
  }
  const Words out[8] = {a, b, c, d, e, f, g, h};
  for (std::size_t i = 0; i < 8; ++i) state[i] += out[i];
}

// A document in its lane: whole blocks from where it lies, then the rest with the padding.
class Lane {
 public:
  void take(Bytes bytes, std::size_t number) {
    at_ = reinterpret_cast<const unsigned char*>(bytes.data());
    blocks_ = bytes.size() / kBlock;
    document_ = number;
    const std::size_t rest = bytes.size() % kBlock;
    ends_ = rest + 9 <= kBlock ? 1 : 2;  // 0x80 and the length stand behind the rest
    end_.fill(0);
    if (rest > 0) std::memcpy(end_.data(), at_ + blocks_ * kBlock, rest);
    end_[rest] = 0x80;
    const std::uint64_t bits = __builtin_bswap64(std::uint64_t{8} * bytes.size());
    std::memcpy(end_.data() + ends_ * kBlock - sizeof bits, &bits, sizeof bits);
    if (blocks_ == 0) at_ = end_.data();
  }
  bool busy() const { return blocks_ + ends_ > 0; }
  std::size_t document() const { return document_; }

  // The next block; of a lane without work any.
  const unsigned char* next() {
    if (!busy()) return end_.data();
    const unsigned char* block = at_;
    at_ += kBlock;
    if (blocks_ == 0)
      --ends_;
    else if (--blocks_ == 0)
      at_ = end_.data();
    return block;
  }

 private:
  const unsigned char* at_ = nullptr;
  std::size_t blocks_ = 0, ends_ = 0;  // left of the document itself, and of its end
  std::array<unsigned char, 2 * kBlock> end_{};
  std::size_t document_ = 0;
};

std::string hex_of(const std::array<Words, 8>& state, std::size_t lane) {
  std::string hex;
  for (const Words& word : state)
    for (int shift = 28; shift >= 0; shift -= 4) hex.push_back("0123456789abcdef"[(word[lane] >> shift) & 15]);
  return hex;
}

// Long documents first, so that all lanes end at about the same time.
std::vector<std::string> in_lanes(std::span<const Bytes> documents) {
  std::vector<std::string> digests(documents.size());
  std::vector<std::size_t> order(documents.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::sort(order, std::ranges::greater(), [&](std::size_t i) { return documents[i].size(); });
  std::array<Lane, kLanes> lanes;
  std::array<Words, 8> state{};
  std::size_t given = 0, busy = 0;
  auto refill = [&](std::size_t lane) {
    if (given == order.size()) return;
    lanes[lane].take(documents[order[given]], order[given]);
    ++given, ++busy;
    for (std::size_t i = 0; i < 8; ++i) state[i][lane] = kStart[i];
  };
  for (std::size_t lane = 0; lane < kLanes; ++lane) refill(lane);
  while (busy > 0) {
    std::array<const unsigned char*, kLanes> blocks;
    std::array<bool, kLanes> working;
    for (std::size_t lane = 0; lane < kLanes; ++lane) {
      working[lane] = lanes[lane].busy();
      blocks[lane] = lanes[lane].next();
    }
    compress(state, blocks);
    for (std::size_t lane = 0; lane < kLanes; ++lane) {
      if (!working[lane] || lanes[lane].busy()) continue;
      digests[lanes[lane].document()] = hex_of(state, lane);
      --busy;
      refill(lane);
    }
  }
  return digests;
}

bool has_sha_instructions() {
  unsigned a = 0, b = 0, c = 0, d = 0;
  return __get_cpuid_count(7, 0, &a, &b, &c, &d) != 0 && (b & (1u << 29)) != 0;
}

bool lanes_are_faster(std::size_t documents) {
  static const bool here = __builtin_cpu_supports("avx2") && !has_sha_instructions();
  return here && documents >= 3;
}

#else

bool lanes_are_faster(std::size_t) { return false; }
std::vector<std::string> in_lanes(std::span<const Bytes>) { return {}; }

#endif

}  // namespace

std::vector<std::string> sha256_hex(std::span<const Bytes> documents) {
  if (lanes_are_faster(documents.size())) return in_lanes(documents);
  std::vector<std::string> digests;
  for (Bytes document : documents) digests.push_back(sha256_hex(document));
  return digests;
}

}  // namespace ap
