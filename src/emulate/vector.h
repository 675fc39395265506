/*
 * Instructions of x86-64 that the emulated processor lacks and does not know that it lacks.
 *
 * Unicorn 2.0 takes an instruction with a VEX prefix for the one without: of three operands the second is forgotten, and
 * something else is computed, in silence; EVEX and XOP, which it does not know, it may take for others as well. Nothing of what
 * is encoded like that is let through but what it does right.
 */
#ifndef KG_EMULATE_VECTOR_H
#define KG_EMULATE_VECTOR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/**
 * The length of the instruction at @p, of at most @n bytes; 0: it is none that is known, or is cut off.
 * @ret_forbidden: is it one that must not be run? Then the length may be less.
 * Source: Intel 64 and IA-32 Architectures Software Developer's Manual, volume 2, chapter 2 and appendix A
 */
size_t kg_x86_length(const uint8_t *p, size_t n, bool *ret_forbidden);

#endif
