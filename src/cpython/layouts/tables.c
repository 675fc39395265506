/* The layouts that come with kedge. A new one is a file made by tools/update-layouts.sh and two lines here. */
#include "cpython/cpython_priv.h"

extern const struct kg_layout_table kg_layout_cpython_3_8_18_x86_64;
extern const struct kg_layout_table kg_layout_cpython_3_9_2_x86_64;
extern const struct kg_layout_table kg_layout_cpython_3_9_18_x86_64;
extern const struct kg_layout_table kg_layout_cpython_3_10_13_x86_64;
extern const struct kg_layout_table kg_layout_cpython_3_11_x86_64;
extern const struct kg_layout_table kg_layout_cpython_3_12_1_x86_64;
extern const struct kg_layout_table kg_layout_cpython_3_13_5_x86_64;
extern const struct kg_layout_table kg_layout_cpython_3_13_5d_x86_64;
extern const struct kg_layout_table kg_layout_cpython_3_13_5t_x86_64;
extern const struct kg_layout_table kg_layout_cpython_3_13_5td_x86_64;
extern const struct kg_layout_table kg_layout_cpython_3_14_0_x86_64;
extern const struct kg_layout_table kg_layout_cpython_3_14_2_x86_64;
extern const struct kg_layout_table kg_layout_cpython_3_14_3_x86_64;
extern const struct kg_layout_table kg_layout_cpython_3_14_4_x86_64;
extern const struct kg_layout_table kg_layout_cpython_3_14_8_x86_64;
extern const struct kg_layout_table kg_layout_cpython_3_14_10_x86_64;
extern const struct kg_layout_table kg_layout_cpython_3_14_10d_x86_64;
extern const struct kg_layout_table kg_layout_cpython_3_14_7t_x86_64;
extern const struct kg_layout_table kg_layout_cpython_3_14_7td_x86_64;
extern const struct kg_layout_table kg_layout_cpython_3_14_10t_x86_64;
extern const struct kg_layout_table kg_layout_cpython_3_15_0t_x86_64;
extern const struct kg_layout_table kg_layout_cpython_3_15_2t_x86_64;
extern const struct kg_layout_table kg_layout_cpython_3_15_0_x86_64;
extern const struct kg_layout_table kg_layout_cpython_3_15_2_x86_64;
extern const struct kg_layout_table kg_layout_cpython_3_15_2d_x86_64;
extern const struct kg_layout_table kg_layout_cpython_3_9_2_aarch64;
extern const struct kg_layout_table kg_layout_cpython_3_11_aarch64;
extern const struct kg_layout_table kg_layout_cpython_3_13_5_aarch64;
extern const struct kg_layout_table kg_layout_cpython_3_14_10_aarch64;
extern const struct kg_layout_table kg_layout_cpython_3_15_2_aarch64;

const struct kg_layout_table *const kg_layout_tables[] = {
	&kg_layout_cpython_3_8_18_x86_64,
	&kg_layout_cpython_3_9_2_x86_64,
	&kg_layout_cpython_3_9_18_x86_64,
	&kg_layout_cpython_3_10_13_x86_64,
	&kg_layout_cpython_3_11_x86_64,
	&kg_layout_cpython_3_12_1_x86_64,
	&kg_layout_cpython_3_13_5_x86_64,
	&kg_layout_cpython_3_13_5d_x86_64,
	&kg_layout_cpython_3_13_5t_x86_64,
	&kg_layout_cpython_3_13_5td_x86_64,
	&kg_layout_cpython_3_14_0_x86_64,
	&kg_layout_cpython_3_14_2_x86_64,
	&kg_layout_cpython_3_14_3_x86_64,
	&kg_layout_cpython_3_14_4_x86_64,
	&kg_layout_cpython_3_14_8_x86_64,
	&kg_layout_cpython_3_14_10_x86_64,
	&kg_layout_cpython_3_14_10d_x86_64,
	&kg_layout_cpython_3_14_7t_x86_64,
	&kg_layout_cpython_3_14_7td_x86_64,
	&kg_layout_cpython_3_14_10t_x86_64,
	&kg_layout_cpython_3_15_0t_x86_64,
	&kg_layout_cpython_3_15_2t_x86_64,
	&kg_layout_cpython_3_15_0_x86_64,
	&kg_layout_cpython_3_15_2_x86_64,
	&kg_layout_cpython_3_15_2d_x86_64,
	&kg_layout_cpython_3_9_2_aarch64,
	&kg_layout_cpython_3_11_aarch64,
	&kg_layout_cpython_3_13_5_aarch64,
	&kg_layout_cpython_3_14_10_aarch64,
	&kg_layout_cpython_3_15_2_aarch64,
	NULL,
};
