import asyncio
import itertools

from privlessons.kernels import Kernels


class Manager:
    """Stands for Jupyter's kernel manager: kernels are names in a set."""

    def __init__(self):
        self.running = set()
        self.names = (f"kernel-{n}" for n in itertools.count(1))
        self.broken = False

    def new_kernel_id(self):
        return next(self.names)

    async def start_kernel(self, kernel_id, **options):
        await asyncio.sleep(0)
        if self.broken:
            raise RuntimeError("no kernel today")
        self.running.add(kernel_id)

    def get_kernel(self, kernel_id):
        return f"manager of {kernel_id}"

    def __contains__(self, kernel_id):
        return kernel_id in self.running


def run(scene, *, ahead=True):
    async def play():
        kernels = Kernels(Manager(), ahead=ahead)
        return await scene(kernels)

    return asyncio.run(play())


def test_the_kernel_started_ahead_is_taken_once():
    async def scene(kernels):
        kernels.start_ahead()
        kernels.start_ahead()
        first, running = kernels.take()
        second, _ = kernels.take()
        assert (first, second) == ("kernel-1", "kernel-2")
        assert await running == "manager of kernel-1"

    run(scene)


def test_a_kernel_that_was_culled_is_replaced():
    async def scene(kernels):
        kernels.start_ahead()
        await asyncio.sleep(0.01)
        kernels.manager.running.clear()
        assert kernels.take()[0] == "kernel-2"

    run(scene)


def test_a_kernel_that_failed_to_start_is_replaced():
    async def scene(kernels):
        kernels.manager.broken = True
        kernels.start_ahead()
        await asyncio.sleep(0.01)
        kernels.manager.broken = False
        name, running = kernels.take()
        assert await running == f"manager of {name}"

    run(scene)


def test_where_nothing_is_started_ahead_a_kernel_starts_when_taken():
    async def scene(kernels):
        kernels.start_ahead()
        assert kernels.manager.running == set()
        name, running = kernels.take()
        await running
        assert kernels.manager.running == {name}

    run(scene, ahead=False)


def test_the_next_kernel_waits_until_the_page_is_busy_no_more():
    async def scene(kernels):
        kernels.start_ahead(after=0.02)
        assert kernels.manager.running == set()
        await asyncio.sleep(0.1)
        assert kernels.manager.running == {"kernel-1"}

    run(scene)
