/*
 * A file that gets its name when it is whole, and not before.
 *
 * Where the file system has files without a name it is one until then; and where nothing has the name it is to get, there
 * is no moment at which a kedge that is killed leaves anything. Else there is one: linkat() does not replace a file, and some
 * file systems know no files without a name. What is left then is named like the file, with KG_OUTPUT_BETWEEN behind it;
 * whoever writes such a file has it locked, the kernel lets go of the lock when he ends, and the next that writes to the
 * same name removes what nobody has locked.
 */
#ifndef KG_SESSION_OUTPUT_H
#define KG_SESSION_OUTPUT_H

#include <sys/types.h>

#include "base/error.h"

#define KG_OUTPUT_BETWEEN ".kedge-" /* and six letters or digits */

struct kg_output {
	const char *path;
	pid_t pid;	 /* of the process that opened it */
	int fd;		 /* to be written to, mode 0600 */
	char temp[4200]; /* its name for the time being; "" none */
};

/** Removes what killed ones left, and opens the file. Errors: USAGE (it cannot be made there) */
struct kg_error *kg_output_open(struct kg_output *o, const char *path) KG_MUST_CHECK;

/** Gives the file its name, at once and whole, and in the place of what had it. Errors: OS */
struct kg_error *kg_output_name(struct kg_output *o) KG_MUST_CHECK;

/** Closes; without kg_output_name() nothing is left. */
void kg_output_close(struct kg_output *o);

/** The folder of @path, ended by "/"; "" for the working directory. */
void kg_output_folder(const char *path, char *ret, size_t cap);

#endif
