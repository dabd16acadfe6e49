// SPDX-License-Identifier: MIT
// Never compiled, like x.cpp: an include that is allowed.
#include "decision/x.hpp"
