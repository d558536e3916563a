// The filter room's face: everything that other rooms call.
#pragma once

#include "filter/compile.h"
#include "filter/kernel_filter.h"
#include "filter/link_types.h"
#include "filter/packet_filter.h"
#include "filter/tunnel_filter.h"
