// Letters that readers and typists take for digits.
#pragma once

namespace ap {

// The digit that an upper-case letter is taken for (O, Q, D: 0; I, L: 1; Z: 2; S: 5; G: 6; B: 8); any other character
// as it is. For comparing what was read with what was read before, never for changing a value.
constexpr char digit_for(char letter) {
  switch (letter) {
    case 'O':
    case 'Q':
    case 'D':
      return '0';
    case 'I':
    case 'L':
      return '1';
    case 'Z':
      return '2';
    case 'S':
      return '5';
    case 'G':
      return '6';
    case 'B':
      return '8';
    default:
      return letter;
  }
}

}  // namespace ap
